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
  set -l candidates (apim-atlas complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
  if set -q candidates[1]
    printf '%s\\n' $candidates
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c apim-atlas -f -a '(__apim_atlas)'
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
export function candidates(program: Command, typed: readonly string[]): readonly string[] {
  const { words, prefix } = separated(typed);
  const last = words.at(-1) ?? '';
  const command = program.commands.find((one) => one.name() === words[0]);
  const startsSo = (one: string) => one.startsWith(last);
  if (words.length <= 1 || command === undefined) {
    const names = visible(program).map((one) => one.name());
    return [...names, ...(last.startsWith('-') ? optionsOf(program) : [])].filter(startsSo);
  }
  const before = command.options.find(({ long, short }) => [long, short].includes(words.at(-2)));
  if (before && (before.required || before.optional)) {
    return valuesOf(before)
      .filter(startsSo)
      .map((one) => `${prefix}${one}`);
  }
  if (last.startsWith('-')) return optionsOf(command).filter(startsSo);
  return (command.registeredArguments[words.length - 2]?.argChoices ?? []).filter(startsSo);
}

/**
 * `--format=s` as two words; what it begins with is part of each candidate, but in bash, which takes the sign for a word of
 * its own.
 */
function separated(typed: readonly string[]) {
  const plain = typed.map((one) => one.replaceAll('"', ''));
  const last = plain.at(-1) ?? '';
  const [, name, value] = /^(--[\w-]+)=(.*)$/.exec(last) ?? [];
  if (name !== undefined && value !== undefined) {
    return { words: [...plain.slice(0, -1), name, value], prefix: `${name}=` };
  }
  const words = plain.filter((one) => one !== '=');
  return { words: last === '=' ? [...words, ''] : words, prefix: '' };
}

const optionsOf = (command: Command): readonly string[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, short }) => long ?? short ?? '');

const visible = (program: Command) => program.createHelp().visibleCommands(program);

/** Closed lists of values are part of an option's description where its spelling is free. */
function valuesOf(option: Option): readonly string[] {
  return (
    option.argChoices ??
    /: ([a-z0-9-]+(?:, [a-z0-9-]+)+)$/.exec(option.description)?.[1]?.split(', ') ??
    []
  );
}
