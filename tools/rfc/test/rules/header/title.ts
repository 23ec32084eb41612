import { header, type Samples } from '../../sample.js';

const titled = (title: string) => header({ title: `title: ${title}` });

export const samples: Samples<'header/title-stop' | 'header/title-tag' | 'header/title-long'> = {
  'header/title-stop': [
    { raises: titled('⟦Lamps.⟧'), fixed: titled('Lamps'), silent: titled('Lamps, etc...') },
    { raises: titled('⟦"Lamps: two."⟧'), fixed: titled('"Lamps: two"'), silent: titled('"Lamps: two"') },
  ],
  'header/title-tag': [
    {
      raises: titled('⟦"[RFC PATCH v2] lamps: two"⟧'),
      fixed: titled('"lamps: two"'),
      silent: titled('RFCs about lamps'),
    },
    { raises: titled('⟦"RFC 7: [PATCH] Lamps"⟧'), fixed: titled('"Lamps"'), silent: titled('A [big] lamp') },
    { raises: titled("⟦'Re: Lamps'⟧"), fixed: titled("'Lamps'"), silent: titled("'Lamps: Re'") },
  ],
  'header/title-long': [{ raises: titled(`⟦${'x'.repeat(61)}⟧`), silent: titled('x'.repeat(60)) }],
};
