import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/typographic-quote'> = {
  'mail/typographic-quote': [
    {
      raises: `${header()}\nCall \`lamp(⟦\u201c⟧a", 1)\`.\n`,
      fixed: `${header()}\nCall \`lamp("a", 1)\`.\n`,
      silent: `${header()}\nA \u201clamp\u201d \u2013 or two.\n${clause('a.b')}`,
    },
    {
      raises: `${header()}\n\`\`\`sh\nlamp ⟦\u2013⟧off\n\`\`\`\n`,
      fixed: `${header()}\n\`\`\`sh\nlamp -off\n\`\`\`\n`,
      silent: `${header()}\n\`\`\`sh\nlamp -off\n\`\`\`\n`,
    },
  ],
};
