/// The version of this program, as `--version` says it and the `coder` of every record names it.
package enum EntenteVersion {
    package static let current = "0.1.0"
}
