/** `apim-atlas completion` prints the script that completes command lines in a shell. */

import { Argument, type Command, type Option } from 'commander';
import type { CommandContext } from './context.ts';

const scripts = {
  bash: `_apim_atlas() {
  local IFS=$'\\n'
  COMPREPLY=($(apim-atlas complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _apim_atlas apim-atlas
`,
  zsh: `#compdef apim-atlas
_apim_atlas() {
  local -a candidates
  candidates=("\${(@f)$(apim-atlas complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n $candidates ]] && compadd -a candidates || _files
}
compdef _apim_atlas apim-atlas
`,
  fish: `function __apim_atlas
  apim-atlas complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c apim-atlas -a '(__apim_atlas)'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName apim-atlas -ScriptBlock {
  param($word, $line)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if (-not $word) { $words += '""' }
  apim-atlas complete -- $words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
} as const;

export function addCompletionCommand(program: Command, { io }: CommandContext): void {
  program
    .command('completion')
    .description('print the script that completes command lines in a shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(scripts)))
    .addHelpText(
      'after',
      `
For example:
  bash        source <(apim-atlas completion bash)
  zsh         source <(apim-atlas completion zsh)
  fish        apim-atlas completion fish | source
  powershell  apim-atlas completion powershell | Out-String | Invoke-Expression`,
    )
    .action((shell: keyof typeof scripts) => io.out(scripts[shell]));

  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: readonly string[]) => {
      io.out(
        candidates(program, words)
          .map((one) => `${one}\n`)
          .join(''),
      );
    });
}

/** What the last word may become; nothing where a file name is due, which the shell completes itself. */
export function candidates(program: Command, words: readonly string[]): readonly string[] {
  const last = (words.at(-1) ?? '').replaceAll('"', '');
  const command = program.commands.find((one) => one.name() === words[0]);
  const startsSo = (one: string) => one.startsWith(last);
  if (words.length <= 1 || command === undefined) {
    return visible(program)
      .map((one) => one.name())
      .filter(startsSo);
  }
  const before = command.options.find(({ long, short }) => [long, short].includes(words.at(-2)));
  if (before && (before.required || before.optional)) return valuesOf(before).filter(startsSo);
  if (last.startsWith('-')) {
    return command.options.map((one) => one.long ?? one.short ?? '').filter(startsSo);
  }
  return (command.registeredArguments[words.length - 2]?.argChoices ?? []).filter(startsSo);
}

const visible = (program: Command) => program.createHelp().visibleCommands(program);

/** Closed lists of values are part of an option's description where its spelling is free. */
function valuesOf(option: Option): readonly string[] {
  return (
    option.argChoices ??
    /: ([a-z0-9-]+(?:, [a-z0-9-]+)+)$/.exec(option.description)?.[1]?.split(', ') ??
    []
  );
}
