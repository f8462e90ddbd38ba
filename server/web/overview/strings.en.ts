import type { Strings } from './strings.zh.ts'

export const en = {
  inBrackets: (words) => ` (${words})`, comma: ', ', unit: 'Unit', total: 'Overall', subtotal: 'Subtotal', weight: (weight) => `weight ${weight}`,
  selected: (count) => `${count} points selected`, allSelected: (count) => `all ${count} points`, until: (day, left) => (left < 0 ? `filling ended ${day}` : left === 0 ? 'filling ends today' : `filling until ${day}, ${left} days left`), closed: 'closed',
  allUnits: 'All units', unitsChosen: 'Units', state: 'State', level: 'Level', onlyOpen: 'Only undetermined and failed', sortBest: 'best first', sortWorst: 'worst first', sortBy: (title) => `Sort by ${title}`, orderOfUnits: 'in the order of units',
  exportAs: 'Export', exportExcel: 'Excel workbook', exportCsv: 'CSV file', exported: 'Exported', legend: 'Legend',
  matrix: 'Matrix of units and points, scrollable', distribution: 'Levels', unitCount: (count) => `${count} units`, foldAll: 'Fold all', unfoldAll: 'Unfold all', fold: (title) => `Fold ${title}`, unfold: (title) => `Unfold ${title}`,
  noRows: 'No unit fits', clearFilter: 'Clear filters', chooseCycle: 'Cycle', noCycles: 'No cycle yet', noCyclesWords: 'Once a cycle is open, every unit’s results appear here.', newCycle: 'New cycle',
  previousUnit: 'Previous unit', nextUnit: 'Next unit', close: 'Close', lastYear: 'Last year', missing: 'What is missing', next: 'What would change it', figures: 'Figures used', parts: 'Parts', openSubmission: 'Open the submission', seeRules: 'See the rules', notYet: 'This unit has not begun; there is no result.',
  unitsDistribution: (count) => `${count} units`, medianIs: 'median', official: 'city', corrected: 'corrected', disputed: 'disputed', upheld: 'disputed, upheld', dismissed: 'disputed, not upheld',
  underOfficial: 'Under the city figure', chartLevels: 'Levels', chartLevelsWords: 'Second-level indicators, number of units. Hatched: undetermined; red outline: failed.', chartUnit: (unit) => `${unit}, median and last year`, chartUnitWords: 'Choose a unit to see its place', mediansOf: 'median of the determined', nobodyStarted: 'Nobody has begun; the distribution and the median appear here once units fill in.', range: 'possible range',
  sheet: 'Levels', yes: 'yes', no: 'no', synthetic: 'Sample data (synthetic)', none: '—',
} satisfies Strings
