/**
 * Above the matrix: a field that leaves only the clauses whose name, or one of whose verdicts, holds what is typed. It is made by
 * the script, since without one it would do nothing.
 */
export const filterScript = `(() => {
  const table = document.querySelector('table.matrix');
  const tools = document.querySelector('.matrix-tools');
  if (table === null || tools === null) return;
  const label = document.createElement('label');
  label.textContent = 'Only rows with ';
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = 'detach, fails, ...';
  label.append(input);
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  told.className = 'muted';
  tools.append(label, told);
  const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(' ').filter((word) => word !== '');
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      if (!row.hidden) count += 1;
    });
    for (const body of table.tBodies)
      body.hidden = [...body.rows].slice(1).every((row) => row.hidden);
    told.textContent = words.length === 0 ? '' : count + ' of ' + rows.length;
  });
})();
`;
