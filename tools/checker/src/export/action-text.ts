/** The kind of a step in words, for comments: `read engine.ops`. */
import type { Action, System } from '../ir/system.js';

export function actionText({ cells, processes }: System, action: Action): string {
  switch (action.kind) {
    case 'read':
    case 'write':
    case 'lock':
    case 'unlock':
      return `${action.kind} ${cells[action.cell]!.name}`;
    case 'rmw':
      return `${action.operation} ${cells[action.cell]!.name}`;
    case 'fence':
      return `fence ${action.order}${action.on === undefined ? '' : ` on ${action.on}`}`;
    case 'observe':
      return `observe ${action.observation}`;
    case 'flush':
      return `flush ${processes[action.process]!.name}`;
    case 'atomic':
    case 'when':
    case 'local':
    case 'end':
      return action.kind;
  }
}
