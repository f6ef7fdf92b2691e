export function LivePage(): React.ReactNode {
  return <main className="page" />;
}
