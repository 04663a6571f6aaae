/** How someone works: paid by the supplier, hired in (temporary work, secondment), as an intern, or on trial. */
export const EMPLOYMENT_FORMS = ['FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL'] as const;
export type EmploymentForm = (typeof EMPLOYMENT_FORMS)[number];
