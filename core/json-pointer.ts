/** JSON pointers into an input. */

/** The pointer that leads along these keys. */
export function pointer(...keys: readonly (string | number)[]): string {
  let path = '';
  for (const key of keys) {
    const isPlain = typeof key === 'number' || !/[~/]/.test(key);
    path += `/${isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return path;
}

/** The keys of a JSON pointer; a whole number is an index. */
export function keysOf(path: string): (string | number)[] {
  return path
    .split('/')
    .slice(1)
    .map((key) => {
      if (/^(0|[1-9]\d{0,8})$/.test(key)) return Number(key);
      return key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
    });
}
