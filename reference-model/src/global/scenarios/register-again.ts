/** One client unregisters, and another registers, with one slot for both. */
import type { Scenario } from '@quiesce/checker/language';
import { newClient } from '../layer/client.js';
import { CLONE } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { GlobalOption } from '../layer/option.js';
import { register } from '../layer/register.js';
import { tearDownAndFree } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const registerAgain: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'register-again',
  title: "Register in the slot that another client's unregister leaves",
  sizes: { tasks: 2, events: 1 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 2);
    const { registry, clients } = cast;
    const old = clients[0]!;
    const next = newClient('C1', newModule('M1', sizes.tasks), watch);
    const processes = callers(cast, (caller, index) => {
      if (index === 0) tearDownAndFree(option, registry, old, caller);
      else register(option, registry, next, CLONE);
    });
    return { ...cast, clients: [old, next], processes: [...targets(option, cast), ...processes] };
  },
};
