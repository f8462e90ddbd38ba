import type { ThemeConfig } from 'antd'

/** tokens.css in Ant Design's words. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f6b6e', colorInfo: '#23589c', colorSuccess: '#1b6e3c', colorWarning: '#855300', colorError: '#b3261e', colorLink: '#0f6b6e',
    colorText: '#1a2632', colorTextSecondary: '#465463', colorTextTertiary: '#5d6b79', colorTextDescription: '#5d6b79', colorTextPlaceholder: '#5d6b79', colorTextDisabled: '#5d6b79',
    colorBorder: '#84919d', colorBorderSecondary: '#e1e6ea', colorSplit: '#e1e6ea', colorFillAlter: '#f6f8f9', colorBgLayout: '#ffffff', colorIcon: '#5d6b79',
    borderRadius: 4, borderRadiusLG: 6, borderRadiusSM: 3, controlHeight: 32, controlHeightSM: 28, controlHeightLG: 40,
    fontSize: 14, lineHeight: 22 / 14, fontSizeHeading3: 20, fontSizeHeading4: 16, fontWeightStrong: 600,
    fontFamily: '"Noto Sans SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationFast: '0.06s', motionDurationMid: '0.1s', motionDurationSlow: '0.12s',
    boxShadow: '0 1px 2px rgb(20 32 44 / .08), 0 6px 20px rgb(20 32 44 / .14)', boxShadowSecondary: '0 1px 2px rgb(20 32 44 / .08), 0 6px 20px rgb(20 32 44 / .14)',
  },
  components: {
    Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13 },
    Table: { headerBg: '#ffffff', headerColor: '#5d6b79', headerSplitColor: 'transparent', cellPaddingBlockSM: 7, cellPaddingInlineSM: 8, cellFontSizeSM: 13, rowHoverBg: '#f6f8f9', borderColor: '#e1e6ea' },
    Segmented: { trackBg: '#edf1f3', itemSelectedBg: '#ffffff' },
    Tabs: { horizontalItemPadding: '8px 0 7px', horizontalItemGutter: 20 },
    Input: { activeShadow: 'none' }, InputNumber: { activeShadow: 'none' }, Select: { activeOutlineColor: 'transparent' },
  },
}
