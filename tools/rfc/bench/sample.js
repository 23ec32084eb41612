/** An RFC of any size, as clean as one that is sent: paragraphs, headings, references and clauses as real ones have them. */

const head = `---
rfc: 9
title: Many clauses
revision: 1
status: review
lists: [lamps@example.org]
authors: [A. Author]
options: [record, counted]
---

Many clauses
============

`;

/** `count`: how many clauses it has, ten in a section. */
export function rfcOf(count) {
  const parts = Array.from({ length: count }, (_, index) => {
    const topic = Math.floor(index / 10);
    const title = `Part ${topic} of it`;
    return `${index % 10 === 0 ? `\n${title}\n${'-'.repeat(title.length)}\n\n` : ''}${clauseOf(index, topic)}`;
  });
  return `${head}${parts.join('')}\nReferences\n----------\n\n[1] A. Author, a mail of summer 2008.\n\n[2] kernel/utrace.c.\n`;
}

function clauseOf(index, topic) {
  return `A paragraph about clause ${index} that says why it is here, in two lines,
as RFCs do [${(index % 2) + 1}].

\`\`\`contract
Clause: part-${topic}.clause-${index}
Option: record
Scope:  utrace_control(task, engine, UTRACE_DETACH)
When:   the call returns 0 and the task was running
Then:   a callback of engine MUST NOT start after the return
Why:    The tracer frees engine->data and may unload its module right
        after a 0 return, as in part-${topic}.clause-${topic * 10}.
Model:  detach/noCallback${index}
\`\`\`

`;
}
