/** The filter of lists: words and chosen values against the text and the properties of an item. */

/** True if the text has every word, and each chosen property has the chosen value; properties are separated by spaces. */
export function isListed(
  item: {
    readonly text: string;
    readonly properties: Readonly<Record<string, string | undefined>>;
  },
  filter: URLSearchParams,
): boolean {
  const text = item.text.toLowerCase();
  return [...filter].every(([name, value]) =>
    name === 'q'
      ? value
          .toLowerCase()
          .split(/\s+/)
          .every((word) => text.includes(word))
      : item.properties[name]?.split(' ').includes(value),
  );
}
