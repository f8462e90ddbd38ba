import { Button, Dropdown, type ButtonProps, type MenuProps } from 'antd'
import { useRef } from 'react'

/** A button with a menu; after a choice the focus is back on it. */
export function MenuButton({ menu, ...button }: ButtonProps & { menu: MenuProps }) {
  const trigger = useRef<HTMLButtonElement>(null)
  const chosen: MenuProps['onClick'] = (event) => {
    menu.onClick?.(event)
    setTimeout(() => { if (document.activeElement === document.body || document.activeElement?.closest('.ant-dropdown')) trigger.current?.focus() }, 0)
  }
  return <Dropdown trigger={['click']} menu={{ ...menu, onClick: chosen }}><Button ref={trigger} size="small" type="text" {...button} /></Dropdown>
}
