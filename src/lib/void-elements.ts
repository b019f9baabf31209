/** The elements of HTML that have no end tag (https://html.spec.whatwg.org/#void-elements). */
export const voidElements: readonly string[] = 'area base br col embed hr img input link meta source track wbr'.split(
  ' ',
);
