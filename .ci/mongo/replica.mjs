import { MongoClient } from 'mongodb'

const client = await new MongoClient(process.argv[2] ?? '').connect()
await client.db('admin').command({ replSetInitiate: {} })
for (let wait = 0; wait < 100; wait++) {
  if ((await client.db('admin').command({ hello: 1 })).isWritablePrimary) break
  await new Promise((resolve) => setTimeout(resolve, 100))
}
await client.close()
