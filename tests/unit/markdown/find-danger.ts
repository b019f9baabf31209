import { Parser } from 'htmlparser2';

const ownClasses =
  /^(?:footnotes|footnotes-title|table-scroll|visually-hidden|credit|data-footnote-backref|contains-task-list|task-list-item|language-\S+)$/;

/** Lists the tags and attributes in a piece of HTML that would run scripts, load unsafe URLs or change styles. */
export function findDanger(markup: string): string[] {
  const danger: string[] = [];
  const harmless =
    /^(?:a|abbr|audio|b|bdi|bdo|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|picture|pre|q|rp|rt|ruby|s|samp|section|small|source|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|track|u|ul|var|video|wbr)$/;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!harmless.test(name)) danger.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'class' && ownClasses.test(value)) continue;
        if (/^(?:on|style|srcdoc|formaction|action|class$)/.test(attribute)) danger.push(`${attribute}=${value}`);
        const isAddress = /^(?:href|src|poster|cite)$/.test(attribute);
        if (isAddress && !/^(?:https?:\/\/|\/|#|mailto:|[^:]*$)/.test(value)) danger.push(`${attribute}=${value}`);
      }
    },
    oncomment: (text) => danger.push(`<!--${text}-->`),
  });
  parser.end(markup);
  return danger;
}
