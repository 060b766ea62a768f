/** In which language a text without a file name is written. */

const bicepLine =
  /^\s*(?:(?:param|var|resource|module|output|metadata|func|type)\s+[\w]+[\s=]|targetScope\s*=|using\s+'|import\s+['*{]|@[a-zA-Z]\w*\()/m;
const terraformLine =
  /^\s*(?:resource|variable|module|locals|data|provider|terraform|output|moved|import|check)\s*(?:"[^"\n]*"\s*){0,2}\{/m;

/** Undefined for a text that is neither Bicep nor Terraform, as JSON is. */
export function languageOfText(text: string): 'Bicep' | 'Terraform' | undefined {
  if (/^\s*[[{]/.test(text)) return undefined;
  if (terraformLine.test(text)) return 'Terraform';
  return bicepLine.test(text) ? 'Bicep' : undefined;
}
