/** Bodies as Blogger's editor writes them, each form once, and the letters and digits that readers must see. */
const bodies: readonly { html: string; letters: string }[] = [
  {
    html: '<div dir="rtl" style="text-align: right;" trbidi="on">عاد الماء إلى <b>القناة</b>.<br /><br />وقال الفلاحون إن <i>الموسم</i> بدأ.<a name="more"></a></div>',
    letters: 'عادالماءإلىالقناةوقالالفلاحونإنالموسمبدأ',
  },
  {
    html: '<p>في <a href="https://canal.blogspot.com/2024/01/story-1.html">خبر السوق</a> أرقام: 12.</p><blockquote class="tr_bq">قول مأثور</blockquote><ul><li>تمر</li></ul>',
    letters: 'فيخبرالسوقأرقام12قولمأثورتمر',
  },
  {
    html: '<div class="separator" style="clear: both;"><a href="https://1.bp.blogspot.com/-x/s1600/port.jpg"><img border="0" src="https://1.bp.blogspot.com/-x/s320/port.jpg" alt="المرفأ" /></a></div><div>نص بعد الصورة.</div>',
    letters: 'نصبعدالصورة',
  },
  {
    html: '<table class="tr-caption-container"><tbody><tr><td><a href="https://blogger.googleusercontent.com/img/b/R29/AVv/s1600/ship.png"><img src="https://blogger.googleusercontent.com/img/b/R29/AVv/w640-h480/ship.png" /></a></td></tr><tr><td class="tr-caption">سفينة عند الرصيف</td></tr></tbody></table><p>متن.</p>',
    letters: 'سفينةعندالرصيفمتن',
  },
  {
    html: '<h2>عنوان</h2><span style="font-weight: bold;">غامق</span>&nbsp;و<u>تحته خط</u><div><br /></div><div>سطر</div><img src="https://blogger.googleusercontent.com/img/a/AVvXsEx=s320" />',
    letters: 'عنوانغامقوتحتهخطسطر',
  },
  {
    html: '<table border="1"><tr><th>سلعة</th><th>سعر</th></tr><tr><td>تمر</td><td>12</td></tr></table>',
    letters: 'سلعةسعرتمر12',
  },
];

export const samplePosts = 36;

export function lettersOfPost(number: number): string {
  return bodies[number % bodies.length]?.letters ?? '';
}

const blog = 'tag:blogger.com,1999:blog-77';
const labelsOf = (number: number): string[] =>
  number % 4 === 0 ? ['محليات', 'ماء'] : number % 4 === 1 ? ['محليات'] : number % 4 === 2 ? ['ثقافة'] : [];
const dateOf = (number: number): string => `2024-01-${String((number % 28) + 1).padStart(2, '0')}T10:00:00.000+02:00`;
const escapeText = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An entry in one of the two forms. */
interface Written {
  id: string;
  kind: 'post' | 'page' | 'comment' | 'settings' | 'template';
  status?: string;
  title?: string;
  content?: string;
  date?: string;
  labels?: string[];
  path?: string;
  author?: string;
  post?: string;
  parent?: string;
}

function entries(): Written[] {
  return [
    ...Array.from(
      { length: samplePosts },
      (_, number): Written => ({
        id: `post-${number}`,
        kind: 'post',
        title: `خبر ${number}`,
        content: bodies[number % bodies.length]?.html ?? '',
        date: dateOf(number),
        labels: labelsOf(number),
        path: `/2024/01/story-${number}.html`,
        author: number % 2 === 0 ? 'سلمى نصّار' : 'رائد',
      }),
    ),
    {
      id: 'post-900',
      kind: 'post',
      status: 'draft',
      title: 'مسودة',
      content: 'يُكتب بعد.',
      date: dateOf(1),
      author: 'رائد',
    },
    {
      id: 'page-1',
      kind: 'page',
      title: 'من نحن',
      content: '<p>صحيفة.</p>',
      date: dateOf(1),
      path: '/p/about.html',
      author: 'رائد',
    },
    {
      id: 'post-501',
      kind: 'comment',
      content: 'مبارك&lt;br /&gt;للمدينة',
      date: dateOf(2),
      author: 'قارئ',
      post: 'post-0',
    },
    {
      id: 'post-502',
      kind: 'comment',
      content: 'شكرًا',
      date: dateOf(3),
      author: 'رائد',
      post: 'post-0',
      parent: 'post-501',
    },
  ];
}

/** Writes a backup as Blogger's settings give it. */
export function writeBackup(): string {
  const kind = (name: string) =>
    `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`;
  const entry = ({
    id,
    kind: name,
    status,
    title = '',
    content = '',
    date = '',
    labels = [],
    path,
    author = '',
    post,
    parent,
  }: Written): string =>
    `<entry><id>${blog}.${id}</id><published>${date}</published><updated>${date}</updated>${status === 'draft' ? "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>" : ''}${kind(name)}${labels.map((label) => `<category scheme='http://www.blogger.com/atom/ns#' term='${label}'/>`).join('')}<title type='text'>${title}</title><content type='html'>${name === 'comment' ? content : escapeText(content)}</content><link rel='replies' href='https://canal.blogspot.com/feeds/1/comments/default'/>${path ? `<link rel='alternate' type='text/html' href='https://canal.blogspot.com${path}'/>` : ''}${parent ? `<link rel='related' href='https://canal.blogspot.com/feeds/1/comments/default/${parent.slice(5)}'/>` : ''}<author><name>${author}</name><uri>https://www.blogger.com/profile/${encodeURIComponent(author)}</uri><email>noreply@blogger.com</email></author>${post ? `<thr:in-reply-to href='x' ref='${blog}.${post}'/>` : ''}</entry>`;
  const own: Written[] = [
    { id: 'layout', kind: 'template', content: '<b:skin/>' },
    { id: 'settings.BLOG_DESCRIPTION', kind: 'settings', content: 'أخبار الوادي' },
  ];
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>${blog}.archive</id><title type='text'>صحيفة القناة</title><link rel='alternate' type='text/html' href='https://canal.blogspot.com/'/>${[...own, ...entries()].map(entry).join('')}</feed>`;
}

/** Writes the same blog as Google Takeout gives it, with a post that was thrown away and a comment that is spam. */
export function writeTakeout(): string {
  const entry = ({
    id,
    kind: name,
    status = 'live',
    title = '',
    content = '',
    date = '',
    labels = [],
    path = '',
    author = '',
    post,
    parent,
  }: Written): string =>
    `<entry><id>${blog}.${id}</id>${post ? `<blogger:parent>${blog}.${post}</blogger:parent>` : ''}${parent ? `<blogger:inReplyTo>${blog}.${parent}</blogger:inReplyTo>` : ''}<blogger:type>${name.toUpperCase()}</blogger:type><blogger:status>${status.toUpperCase()}</blogger:status><author><name>${author}</name><uri>https://www.blogger.com/profile/${encodeURIComponent(author)}</uri><blogger:type>BLOGGER</blogger:type></author><title>${title}</title><content type='html'>${name === 'comment' ? content : escapeText(content)}</content><blogger:created>${date}</blogger:created><published>${date}</published><updated>${date}</updated>${labels.map((label) => `<category scheme='${blog}' term='${label}'/>`).join('')}<blogger:filename>${path}</blogger:filename></entry>`;
  const more: Written[] = [
    {
      id: 'post-901',
      kind: 'post',
      status: 'soft_trashed',
      title: 'محذوف',
      date: dateOf(1),
      path: '/2024/01/trash.html',
    },
    {
      id: 'post-503',
      kind: 'comment',
      status: 'spam_comment',
      content: 'إعلان',
      date: dateOf(4),
      author: 'مزعج',
      post: 'post-0',
    },
  ];
  return `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>${blog}</id><title>صحيفة القناة</title>${[...entries(), ...more].map(entry).join('')}</feed>`;
}
