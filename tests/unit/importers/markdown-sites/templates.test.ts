import { expect, it } from 'vitest';
import { expandTemplates } from '../../../../src/importers/markdown-sites/templates.ts';

const find = (name: string) => (name === 'a.md' ? 'https://old.example/a/' : undefined);

it.each<[syntax: 'hugo' | 'liquid' | 'jsx' | 'none', written: string, text: string, unknown: string[]]>([
  [
    'hugo',
    '{{< figure src="/p.jpg" title="المرفأ" caption="فجرًا" attr="تصوير سالم" link="https://b.example/" >}}',
    '[![](</p.jpg> "المرفأ – فجرًا – تصوير سالم")](<https://b.example/>)',
    [],
  ],
  [
    'hugo',
    '{{< figure src="https://cdn.example/i?id=3" caption="تعليق" >}}',
    '![](<https://cdn.example/i?id=3> "تعليق")',
    [],
  ],
  ['hugo', 'اكتب {{</* youtube 5 */>}} هكذا', 'اكتب {{< youtube 5 >}} هكذا', []],
  ['hugo', '[خبر]({{< ref "a.md" >}}) {{% box %}}نص{{% /box %}}', '[خبر](https://old.example/a/) نص', ['{{% box %}}']],
  ['hugo', '## جزء {#part}\n\n[إليه](#part) و`{#x}`', '## جزء\n\n[إليه](#جزء) و`{#x}`', []],
  ['liquid', 'نص\n{: .wide}\n\n```\n{: .x}\n```', 'نص\n\n\n```\n{: .x}\n```', []],
  ['liquid', '{% raw %}{{ x }}{% endraw %} {{ site.baseurl }}/a {{ page.y }}', '{{ x }} /a ', ['{{ page.y }}']],
  [
    'jsx',
    'import A from "a";\n\n<A b="c">نص</A> {props.y}\n\n```\nimport y from "z"\n<Foo />\n```\n\n`<Foo />`',
    'نص \n\n```\nimport y from "z"\n<Foo />\n```\n\n`<Foo />`',
    ['<A b="c">', '{props.y}'],
  ],
  ['none', 'import A from "a"', 'import A from "a"', []],
])('%s: %j', (syntax, written, text, unknown) => {
  const expanded = expandTemplates(written, syntax, find);
  expect([expanded.text.trim(), expanded.unknown]).toEqual([text.trim(), unknown]);
});
