/** Signals by the edge that gives them, so that comparing what properties say compares which steps make them say it. */
import type { MonitorNode, Node, Process, System } from '../../../src/ir/system.js';
import { property } from '../../trace/small-systems.js';

/** Gives each edge properties of its own, after those that the system has: these remain for invariants and ends. */
export function toldApart(system: System): System {
  const count = system.properties.length;
  let copies = 1;
  const monitorOf = (node: MonitorNode, copy: number): MonitorNode =>
    node.kind === 'test'
      ? { ...node, branches: node.branches.map((one) => ({ ...one, node: monitorOf(one.node, copy) })) }
      : {
          ...node,
          signals: node.signals.map((signal) => ({ ...signal, property: copy * count + signal.property })),
        };
  const nodeOf = (node: Node): Node => {
    switch (node.kind) {
      case 'test':
        return { ...node, branches: node.branches.map((one) => ({ ...one, node: nodeOf(one.node) })) };
      case 'choose':
        return { ...node, nodes: node.nodes.map(nodeOf) };
      case 'leaf': {
        if (node.monitors.length === 0) return node;
        const copy = copies++;
        return { ...node, monitors: node.monitors.map((monitor) => monitorOf(monitor, copy)) };
      }
      case 'failure':
      case 'blocked':
        return node;
    }
  };
  const processes = system.processes.map(
    (process): Process => ({
      ...process,
      points: process.points.map((point) =>
        point.step === null ? point : { ...point, step: nodeOf(point.step) },
      ),
    }),
  );
  const properties = Array.from({ length: copies * count }, (_, index) =>
    property(`property/${index}`, `clause.${index}`),
  );
  return { ...system, processes, properties };
}
