/** A request to the API, reduced to what can change its answer. */

/** All but the body. */
export interface QuestionHead {
  /** GET also for HEAD, which is answered the same but for the body. */
  readonly method: string;
  readonly url: string;
  /** Header Content-Type, empty where there is none. */
  readonly type: string;
  /** Header Accept, empty where there is none. */
  readonly accept: string;
}

export interface Question extends QuestionHead {
  /** As text: whoever reads it reads UTF-8, and what is no UTF-8 means the same to all. */
  readonly body: string;
}

/** Where Yoga answers with GraphiQL: the same page whatever stands behind the question mark. */
export function isForPage({ method, accept }: QuestionHead): boolean {
  return method === 'GET' && accept.includes('text/html');
}
