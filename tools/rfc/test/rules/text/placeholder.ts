import { clause, header, objection, type Samples } from '../../sample.js';

export const samples: Samples<'text/placeholder'> = {
  'text/placeholder': [
    {
      raises: `${header()}\nIt costs ⟦TBD⟧.\n`,
      silent: `${header()}\nIt costs \`TODO\`, or why?? Autodoc.\n`,
    },
    {
      raises: header() + clause('a.b', 'Then: it MAY glow\nWhy: ⟦???⟧\n'),
      silent: header() + clause('a.b'),
    },
    {
      raises: header() + objection('a', 'State: answered\nAnswer: ⟦FIXME⟧\n'),
      silent: `${header()}\n\`\`\`c\n/* XXX: a lamp */\n\`\`\`\n`,
    },
  ],
};
