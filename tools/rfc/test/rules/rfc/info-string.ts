import { header, type Samples } from '../../sample.js';

const block = 'Clause: a.b\nThen: it MAY glow\nWhy: x\n';

export const samples: Samples<'rfc/info-string'> = {
  'rfc/info-string': [
    {
      raises: `${header()}\n> \`\`\`⟦objections⟧\n> x\n> \`\`\`\n`,
      silent: `${header()}\n\`\`\`objectivec\nx\n\`\`\`\n\n\`\`\`\n\`\`\`\n\n\`\`\`context\n\`\`\`\n`,
    },
    ...['contracts', 'Contract', 'contarct', '{contract}', 'contract c', 'contract:'].map((info) => ({
      raises: `${header()}\n\`\`\`⟦${info}⟧\n${block}\`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n`,
      silent: `${header()}\n\`\`\` contract \t\n${block}\`\`\`\n`,
    })),
  ],
};
