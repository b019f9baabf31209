/** The words that the pipeline itself puts into a body. */
export interface Labels {
  /** Follows the text of a link to another site, for those who hear the page. */
  externalLink: string;
  /** Heading of the footnotes. */
  footnotes: string;
  /** Name of the link from a footnote back to the text; `occurrence` counts the references to one footnote, from 1. */
  backToText: (footnote: number, occurrence: number) => string;
  /** Name of the scrollable frame around the table with this number, from 1. */
  table: (number: number) => string;
  /** Names of the boxes of a task list. */
  taskDone: string;
  taskOpen: string;
}

export const defaultLabels: Labels = {
  externalLink: '، رابط خارجي',
  footnotes: 'الحواشي',
  backToText: (footnote, occurrence) =>
    occurrence === 1
      ? `العودة إلى موضع الحاشية ${footnote} من النص`
      : `العودة إلى الموضع ${occurrence} للحاشية ${footnote} من النص`,
  table: (number) => `الجدول ${number}`,
  taskDone: 'مُنجَز',
  taskOpen: 'لم يُنجَز بعد',
};
