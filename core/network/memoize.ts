/** Functions that answer the same question once. */

interface Answers<Q, A> {
  get(question: Q): A | undefined;
  has(question: Q): boolean;
  set(question: Q, answer: A): unknown;
}

const keeping =
  <Q, A>(answer: (question: Q) => A, answers: Answers<Q, A>) =>
  (question: Q): A => {
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as A;
    const given = answer(question);
    answers.set(question, given);
    return given;
  };

/** The answers are kept as long as the function. */
export function remembering<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  return keeping(answer, new Map<Q, A>());
}

/** An answer goes with the object that was asked about. */
export function rememberingWith<Q extends object, A>(
  answer: (question: Q) => A,
): (question: Q) => A {
  return keeping(answer, new WeakMap<Q, A>());
}
