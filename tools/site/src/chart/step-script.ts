/**
 * Steps through a chart, by mouse, finger and keyboard. All that it shows it reads from the page: values at the start from the
 * table beside the picture, and what each step changes from the list of steps. So there is no data but what can be read without it.
 *
 * The place in the run is a slider, which brings keys and the words for screen readers with it. An address such as `#run-12`
 * opens a run at its step.
 */
export const stepScript = `(() => {
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  const begin = (chart) => {
    const view = chart.querySelector('.chart-view');
    const panel = chart.querySelector('.chart-state');
    const moment = panel.querySelector('.chart-moment');
    const rows = [...chart.querySelectorAll('.chart-body [data-step]')];
    const steps = [...chart.querySelectorAll('.chart-steps > li')].map((item) => ({
      process: item.dataset.process,
      position: item.dataset.position,
      text: item.querySelector('.step-text').textContent,
      changes: [...item.querySelectorAll('.change')].map(({ dataset }) => [dataset.cell, dataset.value]),
    }));
    const last = steps.length;
    if (last === 0) return;
    const startOf = (row) => ({ row, cell: row.cells[1], start: row.cells[1].textContent });
    const cells = new Map([...panel.querySelectorAll('tr[data-cell]')].map((row) => [row.dataset.cell, startOf(row)]));
    const processes = new Map(
      [...panel.querySelectorAll('tr[data-process]')].map((row) => [row.dataset.process, startOf(row)]),
    );
    const texts = new Map(rows.map((row) => [row, [...row.querySelectorAll('text:not(.number, .source)')]]));
    let current = 0;

    const valuesAt = (number) => {
      const values = new Map([...cells].map(([cell, { start }]) => [cell, start]));
      for (const { changes } of steps.slice(0, number)) for (const [cell, value] of changes) values.set(cell, value);
      return values;
    };
    const showCells = () => {
      const now = valuesAt(current);
      const before = valuesAt(Math.max(0, current - 1));
      for (const [key, { row, cell }] of cells) {
        const changed = now.get(key) !== before.get(key);
        cell.textContent = now.get(key);
        row.classList.toggle('changed', changed);
        if (changed) cell.append(make('span', { className: 'was', textContent: ' was ' + before.get(key) }));
      }
      for (const [process, { row, cell, start }] of processes) {
        const own = steps.slice(0, current).filter((step) => step.process === process);
        cell.textContent = own.length === 0 ? start : own.at(-1).position || 'failed';
        row.classList.toggle('changed', current > 0 && steps[current - 1].process === process);
      }
    };
    const reveal = (row) => {
      const top = row.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop;
      const height = row.getBoundingClientRect().height;
      const head = view.querySelector('.chart-head').getBoundingClientRect().height;
      if (top - head < view.scrollTop) view.scrollTop = top - head;
      else if (top + height > view.scrollTop + view.clientHeight) view.scrollTop = top + height - view.clientHeight;
      const left = view.getBoundingClientRect().left - view.scrollLeft;
      const from = row.querySelector('.active').getBoundingClientRect().left - left - 12;
      const to = Math.max(...texts.get(row).map((text) => text.getBoundingClientRect().right)) - left + 12;
      // The numbers of the steps stand at the left: they stay in view where they can.
      if (to <= view.clientWidth) view.scrollLeft = 0;
      else if (to > view.scrollLeft + view.clientWidth) view.scrollLeft = to - view.clientWidth;
      if (from < view.scrollLeft) view.scrollLeft = from;
    };
    const go = (number) => {
      current = Math.max(0, Math.min(last, number));
      rows.forEach((row, index) => row.classList.toggle('current', index === current - 1));
      const step = steps[current - 1];
      const words = step === undefined ? 'Start' : 'Step ' + current + ' of ' + last;
      moment.textContent = step === undefined ? 'At the start' : 'After step ' + current + ' of ' + last;
      told.textContent = words;
      slider.value = current;
      slider.setAttribute('aria-valuetext', step === undefined ? words : words + ': ' + step.process + ', ' + step.text);
      for (const button of buttons) button.setAttribute('aria-disabled', button.to(current) === current);
      showCells();
      if (step === undefined) view.scrollTop = 0;
      else reveal(rows[current - 1]);
      if (current === last) view.scrollTop = view.scrollHeight;
    };

    const ways = [
      ['First', '\\u21e4', () => 0],
      ['Previous', '\\u2190', (at) => Math.max(0, at - 1)],
      ['Next', '\\u2192', (at) => Math.min(last, at + 1)],
      ['Last', '\\u21e5', () => last],
    ];
    const buttons = ways.map(([name, arrow, to]) => {
      const button = make('button', { type: 'button', to, title: name + ' step' });
      button.append(make('span', { textContent: arrow, ariaHidden: 'true' }), ' ' + name);
      button.addEventListener('click', () => go(to(current)));
      return button;
    });
    const slider = make('input', { type: 'range', min: 0, max: last, step: 1, value: 0, ariaLabel: 'Step of the run' });
    slider.addEventListener('input', () => go(Number(slider.value)));
    const told = make('span', { className: 'chart-told' });
    const controls = make('div', { className: 'chart-controls', role: 'group', ariaLabel: 'Step through the run' });
    controls.append(...buttons, slider, told);
    chart.querySelector('.chart-panes').before(controls);
    chart.classList.add('stepped');

    const keys = new Map([
      ['ArrowDown', 1],
      ['ArrowUp', -1],
      ['Home', -Infinity],
      ['End', Infinity],
    ]);
    view.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !keys.has(event.key)) return;
      event.preventDefault();
      go(current + keys.get(event.key));
    });
    rows.forEach((row, index) => row.addEventListener('click', () => go(index + 1)));

    const openAddressed = () => {
      const { id } = chart;
      const named = decodeURIComponent(location.hash.slice(1));
      const number = named.startsWith(id + '-') ? Number(named.slice(id.length + 1)) : Number.NaN;
      if (!Number.isInteger(number)) return;
      go(number);
      chart.scrollIntoView();
    };
    addEventListener('hashchange', openAddressed);
    go(0);
    openAddressed();
  };

  for (const chart of document.querySelectorAll('figure.chart')) begin(chart);
})();
`;
