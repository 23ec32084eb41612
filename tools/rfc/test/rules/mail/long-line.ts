import { clause, header, type Samples } from '../../sample.js';

const words = (count: number) => Array.from({ length: count }, () => 'lamp').join(' ');

export const samples: Samples<'mail/long-line' | 'mail/too-long-line' | 'mail/endless-line'> = {
  'mail/long-line': [
    {
      // 15 words of 4 letters and their blanks are 74 columns.
      raises: `${header()}\n${words(14)} la⟦mp⟧\nor two.\n`,
      fixed: `${header()}\n${words(14)}\nlamp or two.\n`,
      silent: `${header()}\n${words(14)} or\nlamp or two, and ${'x'.repeat(20)}\n`,
    },
    {
      raises: `${header()}\n\`\`\`text\n${words(14)} la⟦mp⟧\n\`\`\`\n`,
      silent: `${header()}\n<!-- quiesce allow mail/long-line: as the kernel prints it -->\n\`\`\`text\n${words(15)}\n\`\`\`\n`,
    },
    {
      // Nothing but a tool that knows lists could break it.
      raises: `${header()}\n* ${words(14)} ⟦mp⟧\n`,
      silent: `${header()}\n| ${words(15)} |\n| - |\n| a |\n`,
    },
    {
      raises: `${header()}\n${'\u6f22'.repeat(30)} ${'\u6f22'.repeat(5)}⟦\u6f22⟧\n`,
      fixed: `${header()}\n${'\u6f22'.repeat(30)}\n${'\u6f22'.repeat(6)}\n`,
      silent: `${header()}\n${'\u6f22'.repeat(36)}\n`,
    },
  ],
  'mail/too-long-line': [
    {
      raises: `${header()}${clause('a.b', `Then:   it MAY glow\nWhy:    ${words(13)}⟦ ${words(4)}⟧\n`)}`,
      fixed: `${header()}${clause('a.b', `Then:   it MAY glow\nWhy:    ${words(13)}\n        ${words(4)}\n`)}`,
      silent: `${header()}${clause('a.b', `Then:   it MAY glow\nWhy:    ${'x'.repeat(80)}\n`)}`,
    },
    {
      // A line that begins with a number would begin a list.
      raises: `${header()}\n${words(13)} 12345 1⟦. ${words(4)}⟧\n`,
      fixed: `${header()}\n${words(13)}\n12345 1. ${words(4)}\n`,
      silent: `${header()}\n[1] https://example.org/${'a'.repeat(80)}\n\nSee [1].\n`,
    },
    { raises: `${header()}\n${words(14)}  l⟦amp lamp⟧\n`, silent: `${header()}\n<!-- ${words(17)} -->\n` },
    {
      // Who allows a long line allows a longer one.
      raises: `${header()}\n\`\`\`text\n${words(14)} la⟦mp lamp⟧\n\`\`\`\n`,
      silent: `${header()}\n<!-- quiesce allow mail/long-line: as the kernel prints it -->\n\`\`\`text\n${words(16)}\n\`\`\`\n`,
    },
    {
      raises: `${header()}\n\`\`\`text\n${words(14)} la⟦mp lamp⟧\n\`\`\`\n`,
      silent: `${header()}\n<!-- quiesce allow mail/too-long-line: as the kernel prints it -->\n\`\`\`text\n${words(16)}\n\`\`\`\n`,
    },
  ],
  'mail/endless-line': [
    { raises: `${header()}\n⟦${'\u00e4'.repeat(500)}⟧\n`, silent: `${header()}\n${'\u00e4'.repeat(499)}\n` },
    { raises: `${header()}\n⟦${words(200)}⟧\n`, silent: `${header()}\n${words(14)}\n` },
  ],
};
