import type { Preview } from '@storybook/react-vite'

const preview: Preview = {
  parameters: { layout: 'fullscreen', a11y: { test: 'error' }, backgrounds: { disable: true } },
  globalTypes: { theme: { description: '深浅', toolbar: { icon: 'contrast', items: ['light', 'dark'] } } },
}

export default preview
