/** The machine that a guest gets, from what the project and the user say. */
import type { GuestRequest } from './run-guest.js';
import type { Shop } from './shop.js';

type Settings = Pick<
  GuestRequest,
  'limitSeconds' | 'processors' | 'memoryMb' | 'accelerator' | 'append' | 'more' | 'timeoutMs'
>;

/** For booting and powering off. */
const bootSeconds = 120;

export function guestSettings(shop: Shop, config: string, commandCount: number): Settings {
  const { guest, configs } = shop.project.kernel;
  const own = configs[config]!;
  const limitSeconds = guest.limitSeconds * own.slower;
  return {
    limitSeconds,
    processors: guest.processors,
    memoryMb: own.memoryMb ?? guest.memoryMb,
    accelerator: shop.accelerator,
    append: [guest.append, own.append].filter((words) => words !== undefined).join(' '),
    more: [],
    timeoutMs: shop.timeoutMs ?? (bootSeconds * own.slower + limitSeconds * commandCount) * 1000,
  };
}
