/** From a JSON pointer into the input to one into the pasted text, which may be only a part of what is checked. */

export const pointerInText = (path: string): string =>
  path.replace(/^(\/deployment\/locations\/0\/networkSecurityGroup)?\/document/, '');
