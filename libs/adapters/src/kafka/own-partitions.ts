// A reader owns the partitions that it names: a consumer group of one member, whose assigner gives it just these.
import { AssignerProtocol, type Assignment, type PartitionAssigner } from 'kafkajs';

const NAME = 'own';
const NOTHING = Buffer.alloc(0);

export function ownPartitions(owned: Assignment): PartitionAssigner {
  return () => ({
    name: NAME,
    version: 1,
    assign: ({ members }) =>
      Promise.resolve(
        members.map(({ memberId }, index) => ({
          memberId,
          memberAssignment: AssignerProtocol.MemberAssignment.encode({
            version: 1,
            assignment: index === 0 ? owned : {},
            userData: NOTHING,
          }),
        })),
      ),
    protocol: ({ topics }) => ({
      name: NAME,
      metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: NOTHING }),
    }),
  });
}
