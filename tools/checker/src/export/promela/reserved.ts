/** What no variable or process may be called: words of Promela, and of C, into which Spin translates. */
export const reservedInPromela: ReadonlySet<string> = new Set(
  [
    'active assert atomic bit bool break byte c_code c_decl c_expr c_state c_track chan d_step do else empty enabled eval',
    'false fi for full get_priority goto hidden if in init inline int len local ltl mtype nempty never nfull notrace od of',
    'pc_value pid printf priority proctype provided run select set_priority short show skip timeout trace true typedef',
    'unless unsigned xr xs auto case char const continue default double enum extern float long register return signed',
    'sizeof static struct switch union void volatile while now main errno stdin stdout stderr watch',
  ]
    .join(' ')
    .split(' '),
);
