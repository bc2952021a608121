package org.banshi.eventstore.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int MOST = 600;
    private static final List<byte[]> LEAVES = NaiveTree.leaves(MOST);
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);

    /** Leaves and roots that Certificate Transparency's reference implementation tests with. */
    private static final List<String> CT_LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CT_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void has_the_roots_of_certificate_transparencys_test_vectors() {
        MerkleTree tree = new MerkleTree();
        assertThat(Hashes.hex(tree.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        List<String> roots = new ArrayList<>();
        for (String content : CT_LEAVES) {
            byte[] prefixed = HexFormat.of().parseHex("00" + content);
            tree.append(Hashes.sha256().digest(prefixed));
            roots.add(Hashes.hex(tree.root()));
        }
        assertThat(roots).isEqualTo(CT_ROOTS);
    }

    @Test
    void has_the_naive_root_at_every_size_and_grows_on_from_there() {
        MerkleTree tree = new MerkleTree();
        for (int size = 1; size <= MOST; size++) {
            tree.append(LEAVES.get(size - 1));
            assertThat(tree.root()).isEqualTo(NAIVE.hash(0, size));
            assertThat(NAIVE.root(size)).isEqualTo(NAIVE.hash(0, size));
            if (size < MOST) {
                MerkleTree again = NAIVE.tree(size);
                again.append(LEAVES.get(size));
                assertThat(again.root()).isEqualTo(NAIVE.hash(0, size + 1));
            }
        }
    }

    @Test
    void proves_that_each_leaf_is_in_and_no_other() {
        for (int size = 1; size <= MOST; size += size < 140 ? 1 : 23) {
            byte[] root = NAIVE.hash(0, size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = NAIVE.inclusion(index, size);
                assertThat(proof.path()).containsExactlyElementsOf(NAIVE.path(index, 0, size));
                assertThat(proof.leads(LEAVES.get(index), root)).isTrue();
                assertThat(proof.leads(LEAVES.get((index + 1) % MOST), root)).isFalse();
                InclusionProof moved = new InclusionProof(index ^ 1, size, proof.path());
                assertThat(moved.leads(LEAVES.get(index), root)).isFalse();
            }
        }
    }

    @Test
    void proves_that_a_tree_only_grew() {
        for (int later = 1; later <= MOST; later += later < 140 ? 1 : 23) {
            byte[] root = NAIVE.hash(0, later);
            for (int earlier = 1; earlier <= later; earlier++) {
                byte[] before = NAIVE.hash(0, earlier);
                ConsistencyProof proof = NAIVE.consistency(earlier, later);
                assertThat(proof.path())
                        .containsExactlyElementsOf(NAIVE.subproof(earlier, 0, later, true));
                assertThat(proof.joins(before, root)).isTrue();
                assertThat(proof.joins(LEAVES.get(MOST - 1), root)).isFalse();
                assertThat(proof.joins(before, LEAVES.get(MOST - 1))).isFalse();
            }
        }
    }

    @Test
    void refuses_a_proof_that_is_too_long_or_too_short() {
        byte[] root = NAIVE.hash(0, 37);
        InclusionProof proof = NAIVE.inclusion(20, 37);
        List<byte[]> longer = new ArrayList<>(proof.path());
        longer.add(root);
        List<byte[]> shorter = proof.path().subList(0, proof.path().size() - 1);

        assertThat(new InclusionProof(20, 37, longer).leads(LEAVES.get(20), root)).isFalse();
        assertThat(new InclusionProof(20, 37, shorter).leads(LEAVES.get(20), root)).isFalse();
        assertThat(new InclusionProof(37, 37, proof.path()).leads(LEAVES.get(20), root)).isFalse();
        ConsistencyProof grown = NAIVE.consistency(20, 37);
        List<byte[]> cut = grown.path().subList(0, grown.path().size() - 1);
        assertThat(new ConsistencyProof(20, 37, cut).joins(NAIVE.hash(0, 20), root)).isFalse();
    }
}
