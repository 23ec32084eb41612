import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/trailer'> = {
  'mail/trailer': [
    {
      raises: `${header()}\nA lamp.\n\n⟦Reviewed-by: R. Reviewer⟧\nSee-also: the lamp\n  of old\n\n`,
      silent: `${header()}\nReviewed-by: R. Reviewer\n\nA lamp.\n`,
    },
    {
      raises: `${header()}\nA lamp.\n\nThe lamp glows.\n⟦Signed-off-by: A. Author <a@b.org>⟧\n`,
      silent: `${header()}\nA lamp.\n\nThe lamp glows,\nbut: not for ever.\n`,
    },
    { raises: `${header()}\n⟦Note: it glows.⟧`.concat('\n'), silent: header() + clause('a.b') },
  ],
};
