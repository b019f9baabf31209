import type { Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

/**
 * Serializes an XML tree. `toXml` leaves `>` as it is, but XML forbids `]]>` in a text
 * (https://www.w3.org/TR/xml/#syntax): all of its occurrences are texts or attributes, since our trees have no CDATA.
 */
export function writeXml(tree: Nodes | Nodes[]): string {
  return toXml(tree).replaceAll(']]>', ']]&gt;');
}
