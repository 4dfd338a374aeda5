import { type Assessment, releaseAsked } from '@/record';
import { forAuthoritiesAlone } from './sections/property';

/** Whether a print for Responsible Authorities would hold more than any other. */
export const holdsForAuthorities = (assessment: Assessment): boolean => forAuthoritiesAlone(assessment).length > 0 || releaseAsked(assessment)?.condition === 'yes';
