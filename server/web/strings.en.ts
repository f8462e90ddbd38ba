import type { Strings } from './strings.zh.ts'

export const en = {
  product: 'Yardstick', title: 'District education responsibility evaluation', audience: 'For the city office, district offices and experts',
  skip: 'Skip to content', mainNav: 'Main', loading: 'Loading', synthetic: 'Sample data (synthetic)',
  home: 'Home', frameworks: 'Frameworks', cycles: 'Cycles', overview: 'Overview', review: 'Review', system: 'System', my: 'My form', result: 'My outcome',
  signIn: 'Sign in', signOut: 'Sign out', name: 'Account', password: 'Password', namePlease: 'Enter your account', passwordPlease: 'Enter your password', forgotten: 'Forgotten it? The city office resets passwords under System › Accounts.',
  demoAccounts: 'Demo accounts', demoWords: 'This is a demonstration with synthetic data. Choose an account to fill it in.', demoPassword: 'Every password is', otherLanguage: '中文',
  changePassword: 'Change password', changePasswordWords: 'Your sessions elsewhere end at once.', currentPassword: 'Current password', newPassword: 'New password', repeatPassword: 'New password again', passwordHint: 'At least 8 characters', passwordShort: 'At least 8 characters', passwordsDiffer: 'The two new passwords differ', passwordChanged: 'Password changed', save: 'Save', cancel: 'Cancel',
  again: 'Your session has ended, please sign in again', againWords: 'Everything you entered is still here.', goOn: 'Continue', otherAccount: 'Use another account', otherAccountWords: 'That is a different account. Use the same one, or start over with another.',
  forbidden: 'You may not see this', forbiddenWords: (name, as) => `You are signed in as ${name} (${as}), who has no access here. If your work needs it, ask the city office (System › Accounts).`,
  notFound: 'Not found', notFoundWords: 'The address is wrong, or this was deleted.', notLoadedWords: 'This page could not be loaded: the network is down or the system is being updated. Please reload in a moment.', unreachable: 'The server cannot be reached', unreachableWords: 'Check the network and try again. Unsaved content is still on this page.',
  outdated: 'The system was upgraded after this page was opened. Reload to go on. What was filled in a form is kept on this device; copy anything else that is not saved first.',
  wentWrong: 'That did not work', tryAgain: 'Try again', goHome: 'Go to the start page', broken: 'This page failed', brokenWords: 'What was saved is safe. Reload the page; if it happens again, tell your administrator.', reload: 'Reload',
  requestId: (id: string) => `Reference ${id}`,
  roles: { 'city-admin': 'Administrator', 'city-editor': 'City editor', expert: 'Expert', 'district-filler': 'District filler', 'district-submitter': 'District submitter', viewer: 'Viewer' },
  noServer: 'The server cannot be reached, try again later.',
  unknownError: 'The server did not complete the request.',
  states: { notStarted: 'Not started', draft: 'Filling', submitted: 'In review', returned: 'Returned', accepted: 'Accepted' },
  undetermined: 'Undetermined', open: 'open', awaiting: 'To judge', failed: 'Failed', notApplicable: 'Not applicable', or: ' or ', listed: ', ', colon: ': ', noLevel: 'No level', basis: 'Basis',
} satisfies Strings
