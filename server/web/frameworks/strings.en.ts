import type { Strings } from './strings.zh.ts'

export const en = {
  title: 'Frameworks', words: 'One edition a year. A published edition never changes; draft a new one from it.', create: 'New draft', empty: 'No framework yet', emptyWords: 'Where to start? Everything can be changed later.',
  fromExample: 'Start from an example', fromExampleWords: 'A complete framework shipped with the product, to be changed at will', blank: 'Blank', blankWords: 'First-level indicators first, then downwards', file: 'Import a file', fileWords: 'An edition or draft exported as JSON', fromEdition: 'From an edition', fromEditionWords: 'Keeps indicators, elements, rubrics and parameters; change what must change',
  newEdition: 'Draft a new edition', edition: 'Edition', editionOf: (edition) => `edition ${edition}`, draft: 'draft', published: 'published', when: 'Time', by: 'By', note: 'Note', hash: 'Hash', used: 'Used', usedBy: (cycles) => (cycles ? `${cycles} cycles` : 'not used'), basedOn: (edition) => `based on ${edition}`,
  open: 'View', edit: 'Open the designer', remove: 'Delete draft', removeAsk: 'Delete this draft?', removeWords: 'Its content cannot be restored; published editions are not affected.', removed: 'Draft deleted', book: 'Logic book (print)', exportJson: 'Export JSON', openCycle: 'Open a cycle', more: 'More',
  how: 'Where to start', source: 'Source', chooseEdition: 'Choose an edition', name: 'Name', namePlease: 'Enter a name', editionPlease: 'Enter an edition, such as 2026', editionHint: 'Unique within a framework, such as 2026', chooseFile: 'Choose a file', notJson: 'This file is not a JSON document.', filePlease: 'Choose a file', start: 'Start', cancel: 'Cancel',
  unsaved: 'The draft has changes that are not saved', unsavedWords: 'If you leave they are lost. Stay, and they are saved once the server is reached.', leave: 'Leave', stay: 'Stay', publishedNow: (edition) => `Edition ${edition} is published`, publishedAt: (at) => `published ${at}`,
} satisfies Strings
