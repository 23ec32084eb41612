import { clause, header, type Samples } from '../../sample.js';

const block = 'Clause: a.b\nThen: it MAY glow\nWhy: x\n';

export const samples: Samples<'rfc/unclosed-fence'> = {
  'rfc/unclosed-fence': [
    {
      raises: `${header()}\n⟦\`\`\`contract⟧\n${block}\nProse follows.\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n\nProse follows.\n`,
      silent: `${header()}\n\`\`\`contract\n${block}\`\`\`\`  \n`,
    },
    {
      raises: `${header()}\n⟦~~~~contract⟧\nClause: a.b\nThen: it MAY glow\nWhy: x`,
      fixed: `${header()}\n~~~~contract\nClause: a.b\nThen: it MAY glow\nWhy: x\n~~~~\n`,
      silent: `${header()}\n~~~~contract\n${block}~~~~`,
    },
    {
      raises: `${header()}\n⟦\`\`\`contract⟧\n${block}\`\`\`contract\n${block.replace('a.b', 'c.d')}\`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n\`\`\`contract\n${block.replace('a.b', 'c.d')}\`\`\`\n`,
      silent: header() + clause('a.b') + clause('c.d'),
      related: [13],
    },
    {
      raises: `${header()}\n⟦\`\`\`text⟧\nsome\n\`\`\`contract\n${block}\`\`\`\n`,
      silent: `${header()}\n\`\`\`\`text\n\`\`\`contract\n\`\`\`\n\`\`\`\`\n\n~~~text\n\`\`\`contract\n~~~\n`,
      related: [11],
    },
    {
      raises: `${header()}\n> ⟦\`\`\`text⟧\n> x\n\ny`,
      silent: `${header()}\n> \`\`\`text\n> x\n> \`\`\`\ny`,
    },
    { raises: `${header()}\n⟦\`\`\`c⟧`, silent: `${header()}\n\`\`\`c\n\`\`\`` },
  ],
};
