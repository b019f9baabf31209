/** In letters, without tashkeel: a longer name does not fit into one line of a phone at full size. */
const longestName = 14;

/** Whether the name of the paper is set smaller. */
export function isLongName(name: string): boolean {
  return name.replace(/\p{M}/gu, '').length > longestName;
}
