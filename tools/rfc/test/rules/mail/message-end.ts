import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/three-dashes' | 'mail/patch-start'> = {
  'mail/three-dashes': [
    {
      raises: `${header()}\nOn\n====\n\nx\n\nAPI\n⟦---⟧\n\nA lamp.\n`,
      fixed: `${header()}\nOn\n====\n\nx\n\nAPI\n----\n\nA lamp.\n`,
      silent: `${header()}\nOn\n====\n\nx\n\nAPI\n----\n\nA lamp.\n`,
    },
    {
      raises: `${header()}\nA lamp.\n\n⟦---⟧\n\nTwo.\n`,
      fixed: `${header()}\nA lamp.\n\n----\n\nTwo.\n`,
      silent: `${header()}\nA lamp.\n\n* * *\n\n- - -\n\nTwo.\n`,
    },
    {
      raises: `${header()}\n\`\`\`text\n⟦---⟧\n\`\`\`\n`,
      silent: `${header()}\n\`\`\`text\n  ---\n--- \t x\n---x\n\`\`\`\n${clause('a.b')}`,
    },
  ],
  'mail/patch-start': [
    {
      raises: `${header()}\n\`\`\`diff\n⟦--- a/lamp.c⟧\n+++ b/lamp.c\n@@ -1 +1 @@\n\`\`\`\n`,
      silent: `${header()}\n\`\`\`diff\n  --- a/lamp.c\n+++ b/lamp.c\n@@ -1 +1 @@\n\`\`\`\n`,
    },
    {
      raises: `${header()}\nThe command is\n⟦diff -u⟧\n`,
      fixed: `${header()}\nThe command is\n  diff -u\n`,
      silent: `${header()}\nThe command is\ndiff of two lamps, or diff -u.\n`,
    },
    {
      raises: `${header()}\n⟦Index: none⟧\n\nA lamp.\n`,
      fixed: `${header()}\n  Index: none\n\nA lamp.\n`,
      silent: `${header()}\nIndex:none\n\nA lamp.\n`,
    },
  ],
};
