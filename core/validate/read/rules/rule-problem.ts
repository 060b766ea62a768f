/** What is wrong with a rule, and how its readers tell of it. */

/** Something Azure refuses, or takes although it is not what was meant; the check of that id reports it. */
export interface RuleProblem {
  readonly checkId:
    | 'invalid-address-prefix'
    | 'tag-in-plural-list'
    | 'singular-and-plural'
    | 'asg-and-prefix'
    | 'priority-out-of-range'
    | 'rule-name-invalid'
    | 'mixed-ip-family'
    | 'bad-port-range'
    | 'invalid-rule-field'
    | 'duplicate-priority'
    | 'duplicate-rule-name'
    | 'tag-case'
    | 'expression-unresolved';
  readonly rule: string;
  readonly message: string;
  readonly path: string;
}

/** `field` is the one that the problem is about; none for the rule as a whole. */
export type Report = (checkId: RuleProblem['checkId'], message: string, field?: string) => void;
