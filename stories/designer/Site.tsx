import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { theme } from '../../server/web/theme.ts'
import './page.css'

/** The look the designer has on the site. */
export const Site = ({ children }: { children: ReactNode }) => <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }}>{children}</ConfigProvider>
