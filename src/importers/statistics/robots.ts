/**
 * Words in the names under which programs ask that are no readers: search engines, previews of links in chats, feed
 * readers, monitors, libraries. They follow how such programs name themselves: `+http…/bot.html`, `…Fetcher`, `curl/8`.
 * Browsers inside applications, such as those of Telegram and DuckDuckGo, are readers.
 */
const words = [
  // CUBOT is a maker of phones.
  String.raw`(?<!cu)bots?\b|bot[/;_-]|crawl|spider|slurp|scrap|archiver|fetch|preview|https?://`,
  'monitor|uptime|pingdom|statuscake|probe|validator|lighthouse|pagespeed|headless|phantomjs|selenium|puppeteer',
  'facebookexternalhit|facebookcatalog|meta-external|whatsapp/|skypeuri|embedly|flipboardproxy|mediapartners',
  String.raw`\bgoogle-|googleother|feed|\brss\b|curl/|wget/|libwww|\blwp|python|aiohttp|httpx|java/|okhttp|apache-http`,
  String.raw`go-http|node-fetch|undici|axios|got \(|\bruby|\bperl|php/|guzzle|httpie|postman|insomnia|nutch|chatgpt|claude`,
  'perplexity|ahrefs|semrush|dataprovider',
];
const robots = new RegExp(words.join('|'), 'i');

/** The longest part of a name that is looked at: real ones are shorter. */
const longest = 512;

/** Whether a `User-Agent` is that of a program. One without a name is no browser either. */
export function isRobot(agent: string): boolean {
  const name = agent.slice(0, longest).trim();
  return name === '' || name === '-' || robots.test(name);
}
