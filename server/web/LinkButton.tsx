import { Button, type ButtonProps } from 'antd'
import { useRouter } from './router.tsx'

/** A link that looks like a button. */
export function LinkButton({ to, ...rest }: { to: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const { go } = useRouter()
  return (
    <Button href={to} {...rest} onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      go(to)
    }} />
  )
}
