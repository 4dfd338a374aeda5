import { placeName } from '@/geo/sources/placeName';
import type { CategoryId } from '@/terms';
import { describe, expect, it } from 'vitest';

const nameOf = (category: CategoryId, name: string, address = '') => placeName({ category, name, address });

describe('the name of a place', () => {
  it.each<[CategoryId, string, string]>([
    ['school', 'St Thomas Of Aquin\'s High School', 'St. Thomas of Aquin’s High School'],
    ['school', 'Leith Walk PS', 'Leith Walk Primary School'],
    ['school', 'Bun-sgoil Taobh na Pàirce', 'Bun Sgoil Taobh na Pairce'],
    ['school', 'Saint Mary\'s R.C. Primary', 'St Marys Roman Catholic Primary School'],
    ['nursery', 'Forbes Children`s Nursery', 'Forbes Childrens Nursery'],
    ['nursery', 'Kidzcare@Norwood House', 'Kidzcare - Norwood House Nursery'],
    ['nursery', 'Ivy Kindergarten @ The Meadows', 'Ivy @ The Meadows'],
    ['careHome', 'Marionville Court', 'Marionville Court Nursing Home'],
    ['library', 'The Leith Library', 'Leith Library'],
  ])('%s: %j is %j', (category, one, other) => {
    expect(nameOf(category, one)).not.toBeNull();
    expect(nameOf(category, one)).toBe(nameOf(category, other));
  });

  it.each<[CategoryId, string, string]>([
    ['school', "James Gillespie's Primary School", "James Gillespie's High School"],
    ['school', 'Leith Academy', 'Leith Primary School'],
    ['nursery', 'Broughton After School Club', 'Broughton Primary School Nursery'],
    ['nursery', 'Broughton Primary School Nursery', 'Broughton Nursery'],
    ['nursery', 'Forbes Childrens Nursery', "Forbes Children's Nursery Greenhill"],
    ['nursery', 'The Edinburgh Nursery 2', 'The Edinburgh Nursery 3'],
    ['careHome', 'Belleville Lodge', 'Bellville Lodge Nursing Home'],
    ['placeOfWorship', "St Mary's Cathedral", "St Mary's Church"],
  ])('%s: %j is not %j', (category, one, other) => {
    expect(nameOf(category, one)).not.toBe(nameOf(category, other));
  });

  it('leaves out a place in brackets only where the address says it too', () => {
    expect(nameOf('school', "St Mary's RC Primary School (Edinburgh)", '63 East London Street, Edinburgh, EH7 4BW')).toBe(nameOf('school', "St Mary's RC Primary School"));
    expect(nameOf('school', "St Mary's RC Primary School (Leith)", '63 East London Street, Edinburgh, EH7 4BW')).not.toBe(nameOf('school', "St Mary's RC Primary School"));
  });

  it('keeps a nursery class and its school in their own categories', () => {
    expect(nameOf('school', "St Leonard's Nursery School")).not.toBe(nameOf('nursery', "St Leonard's Nursery School"));
  });

  it.each<[CategoryId, string]>([
    ['nursery', 'Unnamed nursery'], ['nursery', 'Nursery'], ['school', 'Primary School'], ['school', ''], ['placeOfWorship', 'Parish Church'], ['library', 'The Library'],
    ['playPark', 'Dalmeny Street Park'], ['sportOrLeisure', 'Leith Links'], ['shop', 'Co-op'], ['housingSupportOffice', 'Link Living'],
  ])('%s: %j is none', (category, name) => {
    expect(nameOf(category, name)).toBeNull();
  });
});
